/** The first of a month is “1er” in French; Intl writes “1”. */
export const dated = (day: string): string => day.replace(/^1(?= \p{L})/u, '1er');
