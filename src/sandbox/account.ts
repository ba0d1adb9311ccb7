/** The accounts of the sandbox: who they are. Does not know their numbers (tallies.ts). */
import { createDraw, type Draw } from './random.js';

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly biography: string;
  readonly followers: number;
  readonly follows: number;
  readonly media: number;
  /** The account's own dice. */
  readonly draw: Draw;
}

/** The id of the account that `me` means too. */
export const readyId = '17841405822304914';

const readyFollowers = 18_420;

const studio = ['studio.lind', 'Studio Lind', 'Furniture and light, made to order. Wien and Berlin.'] as const;
const others = [
  ['kaffee.morgenrot', 'Kaffee Morgenrot', 'Roastery and bakery. Open from seven.'],
  ['atelier.nordwind', 'Atelier Nordwind', 'Ceramics from the coast.'],
  ['velo.werkstatt', 'Velo Werkstatt', 'Bicycles repaired, rebuilt, rented.'],
  ['casa.oliva', 'Casa Oliva', 'Oil, olives and what goes with them.'],
  ['papier.und.faden', 'Papier & Faden', 'Bookbinding courses on Saturdays.'],
] as const;

/**
 * The account that an id means, or undefined where there is none.
 * @param followers of every account. Without it the ready account has 18,420 and each other one a number of its own.
 */
export function findAccount(id: string, seed: number | string, followers?: number): Account | undefined {
  const realId = id === 'me' ? readyId : id;
  if (!/^1784\d{13}$/.test(realId)) return undefined;
  const draw = createDraw(`${seed}|${realId}`);
  const isReady = realId === readyId;
  const [username, name, biography] = isReady ? studio : (others[Math.floor(draw('name') * others.length)] ?? studio);
  return {
    id: realId,
    username,
    name,
    biography,
    followers: followers ?? (isReady ? readyFollowers : Math.round(readyFollowers * 4 ** (2 * draw('followers') - 1))),
    follows: 180 + Math.floor(draw('follows') * 700),
    media: 240 + Math.floor(draw('media') * 900),
    draw,
  };
}
