/** Made-up access tokens of every kind that Meta and our backend issue. */
import fc from 'fast-check';

const letters = (characters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const digits = '0123456789';

const userToken = fc
  .tuple(fc.constantFrom('EAA', 'IGQV', 'IGAA'), letters(alphabet, 40, 220))
  .map(([start, rest]) => start + rest);
const appToken = fc.tuple(letters(digits, 14, 17), letters(`${alphabet}-_`, 27, 32)).map((parts) => parts.join('|'));
const embedToken = fc
  .tuple(letters(`${alphabet}-_`, 20, 60), letters(`${alphabet}-_`, 20, 200), letters(`${alphabet}-_`, 43, 43))
  .map(([head, body, signature]) => `eyJ${head}.eyJ${body}.${signature}`);

export const token = fc.oneof(userToken, appToken, embedToken);
