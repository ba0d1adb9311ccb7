/** The Italian article before a number: «il 3 giu», but «l’8 giu»; «nei 7 giorni», but «negli 8 giorni». */

const forms = {
  il: ['il ', 'l’'],
  al: ['al ', 'all’'],
  dal: ['dal ', 'dall’'],
  nei: ['nei ', 'negli '],
  ai: ['ai ', 'agli '],
} as const;

/** @param number a text that begins with a number: a count, or a date */
export function withArticle(article: keyof typeof forms, number: string): string {
  const [plain, beforeVowel] = forms[article];
  // Otto, ottanta, ottocento; undici, undicimila. No other number that a date or a count of days begins with has a vowel.
  return `${/^(?:8|11(?!\d))/.test(number) ? beforeVowel : plain}${number}`;
}
