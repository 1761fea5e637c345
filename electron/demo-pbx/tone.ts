const sampleRate = 8000;
const headerBytes = 44;

/** A short two-note tone as a mono 16-bit WAV file: stands for the recording of a call. */
export function toneWav(seconds = 1.5): Buffer {
  const samples = Math.round(sampleRate * seconds);
  const wav = Buffer.alloc(headerBytes + samples * 2);
  writeHeader(wav, samples);
  for (let index = 0; index < samples; index += 1) {
    const hertz = index < samples / 2 ? 440 : 554;
    // Fades at both ends, so that it does not click.
    const edge = Math.min(index, samples - index) / (sampleRate / 20);
    const loudness = 6000 * Math.min(1, edge);
    wav.writeInt16LE(
      Math.round(Math.sin((2 * Math.PI * hertz * index) / sampleRate) * loudness),
      headerBytes + index * 2,
    );
  }
  return wav;
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
