/** The gallery's time stands still, so that its pictures never change. */

/** A Monday, in the morning of Instagram's day: the last 28 days are those from 6 May to 2 June 2024. */
export const galleryTime = Date.parse('2024-06-03T12:00:00Z');

/** Called before there is an element, and a client, that reads the clock. */
export function stopClock(): void {
  Date.now = () => galleryTime;
}
