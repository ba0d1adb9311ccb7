/**
 * Whether less than so many milliseconds have passed since a moment. Before it none of them has: a clock that was ahead, and is set
 * right, would otherwise make a minute last for as long as it was wrong.
 */
export const isLasting = (since: number, ms: number, now: number): boolean => now >= since && now - since < ms;
