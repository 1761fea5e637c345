import { type RefObject, useCallback, useEffect, useState } from 'react';
import { chooseRate, lostRecording, startedPlaying, stoppedPlaying, useRecordings } from '../../stores/recordings.ts';
import { nextRate, type PlaybackAct, within } from './playback.ts';
import { useBeginsToRing } from './use-ringing.ts';

export interface Playback {
  readonly playing: boolean;
  readonly position: number;
  /** Null until the file told it. */
  readonly duration: number | null;
  readonly rate: number;
  /** It stopped since a call began to ring. */
  readonly interrupted: boolean;
  readonly play: () => void;
  readonly act: (act: PlaybackAct) => void;
  readonly seekTo: (seconds: number) => void;
}

/** What the audio element does, which alone knows where it is. */
export function usePlayback(audio: RefObject<HTMLAudioElement | null>, recordingId: string): Playback {
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [duration, setDuration] = useState<number | null>(null);
  const [interrupted, setInterrupted] = useState(false);
  const rate = useRecordings((store) => store.rate);
  const another = useRecordings((store) => store.playing !== null && store.playing !== recordingId);

  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    const readPosition = () => setPosition(element.currentTime);
    const readDuration = () => setDuration(Number.isFinite(element.duration) ? element.duration : null);
    const begin = () => {
      setPlaying(true);
      setInterrupted(false);
      startedPlaying(recordingId);
    };
    const end = () => {
      setPlaying(false);
      stoppedPlaying(recordingId);
    };
    const fail = () => lostRecording(recordingId, { code: 'recording-not-played' });
    const listeners = {
      timeupdate: readPosition,
      seeking: readPosition,
      durationchange: readDuration,
      play: begin,
      pause: end,
      ended: end,
      error: fail,
    };
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
      element.pause();
      end();
    };
  }, [audio, recordingId]);

  useEffect(() => {
    if (audio.current !== null) audio.current.playbackRate = rate;
  }, [audio, rate]);

  useEffect(() => {
    if (another) audio.current?.pause();
  }, [audio, another]);

  const interrupt = useCallback(() => {
    const element = audio.current;
    if (element === null || element.paused) return;
    element.pause();
    setInterrupted(true);
  }, [audio]);
  useBeginsToRing(interrupt);

  // A refusal to play comes as an error of the element as well.
  const play = useCallback(() => void audio.current?.play().catch(() => undefined), [audio]);
  const seekTo = (seconds: number) => {
    const element = audio.current;
    if (element === null || duration === null) return;
    element.currentTime = within(seconds, duration);
    setPosition(element.currentTime);
  };
  const act = (wanted: PlaybackAct) => {
    const element = audio.current;
    if (element === null) return;
    switch (wanted.kind) {
      case 'toggle':
        return element.paused ? play() : element.pause();
      case 'seek-by':
        return seekTo(element.currentTime + wanted.seconds);
      case 'seek-to':
        return seekTo(wanted.end === 'start' ? 0 : (duration ?? 0));
      case 'faster':
        return chooseRate(nextRate(rate, 1));
      case 'slower':
        return chooseRate(nextRate(rate, -1));
    }
  };
  return { playing, position, duration, rate, interrupted, play, act, seekTo };
}
