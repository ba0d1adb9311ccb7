/** The words around tones, in French. Numbers arrive formatted, names as they are. */
import type { SoundWords } from '../en/sound.js';

export const sound: SoundWords = {
  play: 'Écouter sous forme de sons',
  stop: 'Arrêter les sons',
  description:
    'Un son par valeur, dans l’ordre du graphique\u202f: plus il est aigu, plus la valeur est élevée\u202f; un silence signifie aucun chiffre.',
  playing: 'Sons\u202f: plus c’est aigu, plus la valeur est élevée.',
  series: (name, place, count) => `${name}, ${place} sur ${count}`,
  nothing: 'Il n’y a aucun chiffre à écouter.',
  notLoaded: 'Les sons n’ont pas pu être chargés.',
  silent: 'Le navigateur n’émet aucun son. Réessayez, ou autorisez le son pour cette page.',
};
