const sampleRate = 8000;
const headerBytes = 44;
/** One note after the other, so that it can be heard where one is. */
const notes = [440, 494, 523, 587] as const;

/** Notes of a second each as a mono 16-bit WAV file of so many seconds: stands for the recording of a call. */
export function toneWav(seconds: number): Buffer {
  const samples = Math.round(sampleRate * seconds);
  const wav = Buffer.alloc(headerBytes + samples * 2);
  writeHeader(wav, samples);
  const round = Buffer.concat(notes.map(noteOfASecond));
  // Calculated once and copied: an hour of it would take seconds otherwise.
  for (let at = headerBytes; at < wav.length; at += round.length) round.copy(wav, at);
  return wav;
}

function noteOfASecond(hertz: number): Buffer {
  const note = Buffer.alloc(sampleRate * 2);
  for (let index = 0; index < sampleRate; index += 1) {
    // Fades at both ends, so that it does not click.
    const edge = Math.min(index, sampleRate - index) / (sampleRate / 20);
    const loudness = 6000 * Math.min(1, edge);
    note.writeInt16LE(Math.round(Math.sin((2 * Math.PI * hertz * index) / sampleRate) * loudness), index * 2);
  }
  return note;
}

function writeHeader(wav: Buffer, samples: number): void {
  wav.write('RIFF', 0, 'ascii');
  wav.writeUInt32LE(headerBytes - 8 + samples * 2, 4);
  wav.write('WAVEfmt ', 8, 'ascii');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'ascii');
  wav.writeUInt32LE(samples * 2, 40);
}
