import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText, type Told } from '../../src/format/index.js';

const told = (more: Partial<Told>): string => plainText({ title: 'Reach', said: [], table: [], notes: [], ...more });

describe('plainText', () => {
  it('is paragraphs, and a table with tabs between its cells', () => {
    assert.equal(
      told({
        days: 'May 6 – Jun 2, 2024',
        said: ['1,234', 'down 4.9%'],
        table: [
          ['Day', 'Reach'],
          ['May 6, 2024', '1,234'],
        ],
        caption: 'Top 45 only',
        notes: ['sample data', ''],
      }),
      'Reach\nMay 6 – Jun 2, 2024\n\n1,234\ndown 4.9%\n\nDay\tReach\nMay 6, 2024\t1,234\nTop 45 only\n\nsample data',
    );
  });

  const formulas = ['=1+1', '"=1+1"', '""=1+1', '@SUM(A1)', '+A1', '\u2212A1', '\u200B=1', '+1(2)'];
  for (const text of formulas)
    it(`${JSON.stringify(text)} is no formula, wherever it stands`, () => {
      assert.equal(told({ title: text }), `'${text}`);
      assert.equal(told({ title: '', said: [text] }), `'${text}`);
      assert.equal(told({ title: '', table: [['a', text]] }), `a\t'${text}`);
      assert.equal(told({ title: '', notes: [text] }), `'${text}`);
    });

  for (const number of ['+783', '\u2212306', '-1.5', '+12%', '+1,234', '+\u0661\u0662\u066A', '@studio.lind'])
    it(`${number} is a number, or a name`, () =>
      assert.equal(told({ title: '', table: [['Net', number]] }), `Net\t${number}`));
});
