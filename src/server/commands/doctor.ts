/** `insights-elements doctor`: whether a backend with this environment would answer, and who can mend what is wrong. */
import { parseArgs } from 'node:util';
import { checkAccount } from '../checks/account-checks.js';
import { checkAccess, checkClock, checkStore, checkVersion } from '../checks/backend-checks.js';
import { type Finding, isFailure } from '../checks/finding.js';
import { readEnvironment } from '../environment.js';
import type { CliIo, Command } from '../run-cli.js';

const usage = `insights-elements doctor [--public] [--json]

Asks Instagram about the account of the environment, and judges the settings of \`serve\`.

  --public   as if serve were started with it
  --json     { "ok": …, "checks": [{ "check", "level", "words" }] }

Ends with 1 where a check has failed. Reads the variables of serve.`;

export const doctorCommand: Command = {
  summary: 'check token, scopes, account, version, clock, access and store, and say who can mend what',
  usage,
  async run(args, env, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, public: { type: 'boolean' } },
    });
    const settings = readEnvironment(env);
    const now = io.now ?? Date.now;
    // What can be wrong with the settings is said before anything is asked.
    const access = checkAccess(settings, values.public);
    const { account, clock } = await checkAccount(settings, { fetch: io.fetch, now });
    const findings = [
      ...account,
      checkVersion(settings.graph.version, now()),
      checkClock(clock),
      access,
      await checkStore(settings),
    ];
    return tell(findings, values.json === true, io);
  },
};

function tell(findings: readonly Finding[], asJson: boolean, io: CliIo): number {
  const ok = !findings.some(isFailure);
  if (asJson) io.print(JSON.stringify({ ok, checks: findings }, undefined, 2));
  else {
    for (const { level, check, words } of findings) io.print(`${level.padEnd(5)} ${check.padEnd(8)} ${words}`);
  }
  return ok ? 0 : 1;
}
