/** The words around tones, in Spanish. Numbers arrive formatted, names as they are. */
import type { SoundWords } from '../en/sound.js';

export const sound: SoundWords = {
  play: 'Reproducir como tonos',
  stop: 'Detener los tonos',
  description:
    'Un tono por cada valor, en el orden del gráfico: cuanto más agudo, mayor; el silencio es falta de número.',
  playing: 'Tonos: cuanto más agudo, mayor.',
  series: (name, place, count) => `${name}, ${place} de ${count}`,
  nothing: 'No hay ningún número que reproducir.',
  notLoaded: 'No se pudieron cargar los tonos.',
  silent: 'El navegador no reproduce sonido. Se puede reintentar o permitir el sonido en esta página.',
};
