import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { AppImageUpdater } from 'electron-updater';
import { UpdateFailure } from './update-failure.ts';

type Options = ConstructorParameters<typeof AppImageUpdater>;

const pieceBytes = 1024 * 1024;

/**
 * Takes the place of the running file in one step, and under its own name: start-up entries and programs for links refer to it. The
 * library would remove the old file first, and a full disk would then leave none. What was fetched lay about since, perhaps for days: what
 * takes the place is looked at again.
 */
export class AppImageInPlace extends AppImageUpdater {
  readonly #file: string;
  readonly #sha512: () => string | null;

  constructor(options: Options[0], program: Options[1], file: string, sha512: () => string | null) {
    super(options, program);
    this.#file = file;
    this.#sha512 = sha512;
  }

  protected override doInstall(): boolean {
    const { installerPath } = this;
    if (installerPath === null) return false;
    const beside = `${this.#file}.new`;
    try {
      rmSync(beside, { force: true });
      // Never through a link that somebody laid there.
      copyFileSync(installerPath, beside, constants.COPYFILE_EXCL);
      if (settledSha512(beside) !== this.#sha512()) throw new UpdateFailure('damaged');
      chmodSync(beside, statSync(this.#file).mode | 0o100);
      renameSync(beside, this.#file);
    } catch (problem) {
      rmSync(beside, { force: true });
      throw problem;
    }
    rmSync(installerPath, { force: true });
    return true;
  }
}

/** Of the file as it is on the disk. */
function settledSha512(file: string): string {
  const hash = createHash('sha512');
  const piece = Buffer.alloc(pieceBytes);
  const opened = openSync(file, 'r+');
  try {
    for (let read = readSync(opened, piece); read > 0; read = readSync(opened, piece)) {
      hash.update(piece.subarray(0, read));
    }
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  return hash.digest('base64');
}
