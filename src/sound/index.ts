/** HOW answers are heard: values as tones, over Web Audio. Loaded when a visitor first asks for them. */
export { type Note, notesOf, type PointOfTune, pointNotes, type Tune, type TuneSeries } from './notes.js';
export { type PlayOptions, playTune, soundPoint, type TuneOptions } from './play-tune.js';
export { pitchOf, type Scale, scaleOf } from './scale.js';
