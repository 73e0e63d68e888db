/**
 * One tone of a sound.
 * @typedef {object} Tone
 * @property {number} at seconds after the beginning
 * @property {number} lasts seconds
 * @property {number} from hertz
 * @property {number} [to] where it glides
 * @property {number} [loud] of 1
 * @property {OscillatorType} [wave]
 */

/** Short, and unlike each other. @type {Record<string, Tone[]>} */
const SOUNDS = {
    chime: [{ at: 0, lasts: 0.12, from: 880 }, { at: 0.12, lasts: 0.12, from: 1_175 }],
    drop: [{ at: 0, lasts: 0.18, from: 1_300, to: 520 }],
    knock: [{ at: 0, lasts: 0.07, from: 210, to: 140, loud: 3, wave: 'triangle' }, { at: 0.13, lasts: 0.07, from: 210, to: 140, loud: 3, wave: 'triangle' }],
    bell: [{ at: 0, lasts: 0.9, from: 660 }, { at: 0, lasts: 0.6, from: 1_320, loud: 0.5 }, { at: 0, lasts: 0.3, from: 1_980, loud: 0.3 }],
};
const LOUDNESS = 0.08;

/**
 * A browser in whose page nobody has clicked yet stays silent.
 * @param {string} name of a sound; any other is none
 */
export function playNotice(name) {
    const tones = SOUNDS[name];
    if (!tones || !globalThis.AudioContext) return;
    const audio = new AudioContext();
    let sounding = tones.length;
    for (const { at, lasts, from, to = from, loud = 1, wave = 'sine' } of tones) {
        const [note, volume] = [audio.createOscillator(), audio.createGain()];
        const [begins, ends] = [audio.currentTime + at, audio.currentTime + at + lasts];
        note.type = wave;
        note.frequency.setValueAtTime(from, begins);
        note.frequency.exponentialRampToValueAtTime(to, ends);
        volume.gain.setValueAtTime(LOUDNESS * loud, begins);
        volume.gain.exponentialRampToValueAtTime(0.001, ends);
        note.connect(volume).connect(audio.destination);
        note.start(begins);
        note.stop(ends);
        note.onended = () => --sounding === 0 && audio.close();
    }
}
