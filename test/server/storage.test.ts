import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Storage } from 'unstorage';
import { EnvironmentError } from '../../src/server/environment.js';
import { forgetAccount, sweepStorage } from '../../src/server/index.js';
import { openStorage } from '../../src/server/storage.js';
import { createMovingBackend, createMovingGraph, day } from './moving-graph.js';

const folder = mkdtempSync(join(tmpdir(), 'insights-store-'));
after(() => rmSync(folder, { recursive: true }));

const week = 'metric=reach&metric_type=time_series&since=2026-03-01&until=2026-03-07';
const files = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? entry.name : []));

describe('openStorage', () => {
  it('keeps in the process where nothing is named, and says so', async () => {
    const { storage, words } = await openStorage('');
    assert.equal(storage, undefined);
    assert.match(words, /until it ends/);
  });

  it('keeps in a folder, which outlives the process', async () => {
    const path = join(folder, 'one');
    const graph = createMovingGraph();
    const first = createMovingBackend(graph, { storage: (await openStorage(`fs:${path}`)).storage });
    await first.insights(week);
    assert.equal(files(path).length, 7);
    const second = createMovingBackend(graph, { storage: (await openStorage(`fs:${path}`)).storage });
    graph.now += 100 * day;
    const { json } = await second.insights(week);
    assert.equal(json.data?.[0]?.values?.length, 7);
    assert.equal(graph.calls.length, 1);
  });

  const wrong: readonly [string, string, RegExp][] = [
    ['a word', 'memory', /STORE is not a store/],
    ['another scheme', 'http://localhost', /STORE is not a store/],
    ['a folder without a name', 'fs:', /names no folder/],
    ['a Redis without a host', 'redis://:secret@:x', /not the address of a Redis/],
  ];
  for (const [name, text, words] of wrong) {
    it(`refuses ${name} in a sentence`, async () => {
      await assert.rejects(openStorage(text), (error) => {
        assert.ok(error instanceof EnvironmentError);
        assert.match(error.message, words);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      });
    });
  }

  it('says so where a Redis is not reached, without its password, and goes on without it', async () => {
    const { storage, words } = await openStorage('redis://:secret@127.0.0.1:9');
    try {
      assert.match(words, /Redis at 127\.0\.0\.1:9, which was not reached.*Whoever runs Redis/);
      assert.doesNotMatch(words, /secret/);
    } finally {
      await storage?.dispose();
    }
  });

  it('refuses a folder that is a file', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    chmodSync(path, 0o400);
    await assert.rejects(openStorage(`fs:${path}`), /cannot be written/);
  });
});

describe('sweepStorage', () => {
  it('takes out what is over, and leaves what is for good', async () => {
    const path = join(folder, 'three');
    const { storage, needsSweeping } = await openStorage(`fs:${path}`);
    assert.ok(storage && needsSweeping);
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, { storage });
    // Ten settled days and two that move.
    await insights('metric=reach&metric_type=time_series&since=2026-03-08&until=2026-03-19');
    const now = () => graph.now;
    assert.equal(await sweepStorage(storage, { now }), 0);
    graph.now += 8 * day;
    assert.equal(await sweepStorage(storage, { now }), 2);
    graph.now += 30 * day;
    assert.equal(await sweepStorage(storage, { now, retentionDays: 60 }), 0);
    assert.equal(await sweepStorage(storage, { now, retentionDays: 30 }), 10);
    assert.deepEqual(files(path), []);
  });
});

describe('a store that goes by the first letters of its keys', () => {
  /** As AnswerStorage says it, and no more. */
  const createByLetters = (keys: string[]) => {
    const kept = new Set(keys);
    const storage = {
      getKeys: async (base = '') => [...kept].filter((key) => key.startsWith(base)),
      getItems: async (wanted: string[]) => wanted.map((key) => ({ key, value: 'no piece' })),
      removeItem: async (key: string) => void kept.delete(key),
    };
    return { storage: storage as unknown as Storage, kept };
  };

  it('loses one account, and none whose id begins like it', async () => {
    const other = 'insights:graph.facebook.com:178414001:v25.0:reach';
    const { storage, kept } = createByLetters(['insights:graph.facebook.com:17841400:v25.0:reach', other]);
    assert.equal(await forgetAccount(storage, '17841400'), 1);
    assert.deepEqual([...kept], [other]);
  });

  it('is swept of what is ours alone', async () => {
    const { storage, kept } = createByLetters(['insights:graph.facebook.com:1:v25.0:reach', 'insights-of-others']);
    assert.equal(await sweepStorage(storage), 1);
    assert.deepEqual([...kept], ['insights-of-others']);
  });
});

describe('forgetAccount', () => {
  it('takes all of an account out of a store, and nothing of another', async () => {
    const path = join(folder, 'two');
    const { storage } = await openStorage(`fs:${path}`);
    assert.ok(storage);
    const graph = createMovingGraph();
    for (const baseUrl of ['https://graph.facebook.com', 'https://graph.instagram.com']) {
      const { insights } = createMovingBackend(graph, { storage, graph: { baseUrl } });
      await insights(week);
      await insights(week, { account: 'other' });
    }
    assert.equal(files(path).length, 28);
    assert.equal(await forgetAccount(storage, '178414001'), 14);
    assert.equal(files(path).length, 14);
    assert.equal(await forgetAccount(storage, '17841400'), 0);
    const calls = graph.calls.length;
    const { insights } = createMovingBackend(graph, { storage });
    await insights(week, { account: 'other' });
    assert.equal(graph.calls.length, calls);
    await insights(week);
    assert.equal(graph.calls.length, calls + 1);
  });
});
