/** What the page may be heard with. */
export type Sound = "message" | "missed" | "your-turn";

interface Tone {
  /** In Hz. */
  pitch: number;
  /** In seconds from the beginning of the sound. */
  at: number;
  length: number;
}

const LOUDNESS = 0.12;
/** A tone that begins or ends at once is heard as a click. In seconds. */
const FADE = 0.012;

// Rising calls, falling tells of the past, one tone alone is only a mark.
const SOUNDS: Readonly<Record<Sound, readonly Tone[]>> = {
  "your-turn": [
    { pitch: 523.25, at: 0, length: 0.14 },
    { pitch: 783.99, at: 0.11, length: 0.26 },
  ],
  message: [{ pitch: 659.25, at: 0, length: 0.12 }],
  missed: [
    { pitch: 587.33, at: 0, length: 0.16 },
    { pitch: 493.88, at: 0.13, length: 0.16 },
    { pitch: 392, at: 0.26, length: 0.3 },
  ],
};

let audio: AudioContext | null = null;

/** Plays a sound. Where the browser lets nothing be heard, as before the first press on a page, nothing is. */
export function playSound(sound: Sound): void {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    for (const tone of SOUNDS[sound]) play(audio, tone);
  } catch {
    // A device without any sound plays on in silence.
  }
}

function play(context: AudioContext, { pitch, at, length }: Tone): void {
  const begin = context.currentTime + at;
  const oscillator = context.createOscillator();
  const loudness = context.createGain();
  oscillator.type = "triangle";
  oscillator.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, begin);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + FADE);
  loudness.gain.exponentialRampToValueAtTime(0.0001, begin + length);
  oscillator.connect(loudness).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(begin + length);
}
