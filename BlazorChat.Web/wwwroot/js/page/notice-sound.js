const NOTES = [880, 1_175]; // hertz
const LASTS = 0.12; // seconds
const LOUDNESS = 0.08;

/** Two short notes. A browser in whose page nobody has clicked yet stays silent. */
export function playNotice() {
    if (!globalThis.AudioContext) return;
    const audio = new AudioContext();
    NOTES.forEach((frequency, n) => {
        const [note, volume] = [audio.createOscillator(), audio.createGain()];
        const from = audio.currentTime + n * LASTS;
        note.frequency.value = frequency;
        volume.gain.setValueAtTime(LOUDNESS, from);
        volume.gain.exponentialRampToValueAtTime(0.001, from + LASTS);
        note.connect(volume).connect(audio.destination);
        note.start(from);
        note.stop(from + LASTS);
        if (n === NOTES.length - 1) note.onended = () => audio.close();
    });
}
