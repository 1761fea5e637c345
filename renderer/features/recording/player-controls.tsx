import { Pause, Play } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { chooseRate } from '../../stores/recordings.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Select } from '../../ui/select.tsx';
import { actOfKey, rates } from './playback.ts';
import styles from './recording-player.module.css';
import { SaveRecording } from './save-recording.tsx';
import { usePlayback } from './use-playback.ts';

const cx = bindClasses(styles);

export interface PlayerControlsProps {
  readonly recordingId: string;
  readonly address: string;
  /** The person asked to hear it a moment ago. */
  readonly playsNow: boolean;
}

/** A recording that is here: Space plays and pauses, arrows seek, < and > change the speed. */
export function PlayerControls({ recordingId, address, playsNow }: PlayerControlsProps) {
  const { t, decimal, duration } = useWords();
  const audio = useRef<HTMLAudioElement>(null);
  const playback = usePlayback(audio, recordingId);
  const { playing, position, rate, interrupted, play } = playback;
  useEffect(() => {
    if (playsNow) play();
  }, [playsNow, play]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onButton = event.target instanceof Element && event.target.closest('button') !== null;
    const act = actOfKey(event, onButton);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    playback.act(act);
  };
  const whole = playback.duration;
  const elapsed = duration(position);
  const total = whole === null ? '–:––' : duration(whole);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls in it, each of which has the focus itself
    <div className={cx('controls')} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody writes down what is said in a call */}
      <audio ref={audio} src={address} preload="metadata" />
      <IconButton
        aria-label={t(playing ? 'recording.pause' : 'recording.play')}
        data-control="play-recording"
        onPress={() => playback.act({ kind: 'toggle' })}
      >
        <Icon of={playing ? Pause : Play} />
      </IconButton>
      {/* Time runs from left to right in every language. */}
      <span dir="ltr" className={cx('time')}>
        <input
          type="range"
          className={cx('position')}
          style={{ '--heard': `${whole === null ? 0 : (100 * position) / whole}%` } as CSSProperties}
          aria-label={t('recording.position')}
          aria-valuetext={t('recording.positionOf', { elapsed, total })}
          min={0}
          max={whole ?? 0}
          step={0.1}
          value={position}
          disabled={whole === null}
          onChange={(event) => playback.seekTo(event.target.valueAsNumber)}
        />
        <span className={cx('clock')} aria-hidden="true">
          <NumberText aligned>{`${elapsed} / ${total}`}</NumberText>
        </span>
      </span>
      <Select
        label={t('recording.speed')}
        labelHidden
        value={String(rate)}
        options={rates.map((known) => ({ value: String(known), label: `\u2066${decimal(known)}×\u2069` }))}
        onChange={(chosen) => chooseRate(Number(chosen))}
      />
      <SaveRecording recordingId={recordingId} />
      <p role="status" className={cx('interrupted')}>
        {interrupted ? t('recording.interrupted') : null}
      </p>
    </div>
  );
}
