import { LoaderCircle, PhoneOutgoing } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saidAfterMs } from '../../stores/said-after.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useLater } from '../../ui/use-later.ts';
import { LineText } from '../keypad/dial-line.tsx';
import styles from './palette-foot.module.css';
import { directMs } from './use-direct-call.ts';
import type { PaletteView } from './use-palette.ts';

const cx = bindClasses(styles);

export interface PaletteFootProps {
  readonly palette: PaletteView;
  readonly direct: { readonly running: boolean };
  readonly onOpenMain: () => void;
}

/** What Enter will do, what is being done, or why it was not done, with the keys for it. */
export function PaletteFoot({ palette, direct, onOpenMain }: PaletteFootProps) {
  const { t } = useWords();
  const { phase, obstacle, chosen } = palette;
  const asking = useLater(phase.kind === 'asking', saidAfterMs);
  const callAnyway = () => {
    if (chosen !== null) palette.call(chosen, { anyway: true });
  };
  return (
    <footer className={cx('foot')}>
      {phase.kind === 'failed' ? (
        <Failure outcome={phase.outcome} error={phase.error} onOpenMain={onOpenMain} onCallAnyway={callAnyway} />
      ) : obstacle === null ? null : (
        <Failure outcome={null} error={obstacle} onOpenMain={onOpenMain} onCallAnyway={callAnyway} />
      )}
      {direct.running ? (
        <div
          className={cx('bar')}
          style={{ animationDuration: `${directMs}ms` }}
          data-direct={palette.opening.serial}
          key={`${palette.opening.serial} ${palette.trunk}`}
        />
      ) : null}
      <div className={cx('line')}>
        <span className={cx('plan')} aria-live="polite">
          <PlanLine palette={palette} running={direct.running} asking={asking} />
        </span>
        <span className={cx('hints')}>
          {palette.entries.length === 0 || obstacle !== null || asking ? null : (
            <Hint cap="Enter">{t(chosen === null ? 'quickDial.hint.choose' : 'quickDial.hint.call')}</Hint>
          )}
          <Hint cap="Esc">{t(direct.running ? 'quickDial.hint.stop' : 'quickDial.hint.close')}</Hint>
        </span>
      </div>
    </footer>
  );
}

function PlanLine(props: { readonly palette: PaletteView; readonly running: boolean; readonly asking: boolean }) {
  const { palette, running, asking } = props;
  const { t, number } = useWords();
  const { chosen, obstacle, plan } = palette;
  if (asking) {
    return (
      <>
        <Icon of={LoaderCircle} size={14} spinning />
        {t('keypad.calling')}
      </>
    );
  }
  if (chosen === null || plan === null || obstacle !== null) return null;
  if (running) {
    const parts = { number: <NumberText>{number(chosen.number)}</NumberText> };
    return (
      <>
        <Icon of={PhoneOutgoing} size={14} mirrored />
        <span>
          <Sentence text={t('quickDial.direct', { skipInterpolation: true })} parts={parts} />
        </span>
      </>
    );
  }
  return (
    <span>
      <LineText plan={plan} lastDialled={null} />
    </span>
  );
}

function Failure(props: {
  /** Null: no call is possible at all now. */
  readonly outcome: 'not-sent' | 'refused' | 'unknown' | null;
  readonly error: DialerError;
  readonly onOpenMain: () => void;
  readonly onCallAnyway: () => void;
}) {
  const { t } = useWords();
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  const { outcome, error } = props;
  const words = errorWords(error, t);
  // Whatever was wrong on the way: the phone may be ringing, and that comes first.
  const unknown = outcome === 'unknown';
  return (
    <Note
      tone={outcome === null || unknown ? 'wait' : 'bad'}
      announced={outcome !== null}
      title={unknown ? t('card.hint.unconfirmed') : words.message}
      action={
        <span className={cx('way')}>
          {error.code === 'dial-stopped' ? (
            <>
              <LinkButton excludeFromTabOrder onPress={props.onCallAnyway}>
                {t('keypad.callAnyway')}
              </LinkButton>
              <KeyCap>{mac ? '⌘ ⏎' : 'Ctrl Enter'}</KeyCap>
            </>
          ) : null}
          <LinkButton excludeFromTabOrder onPress={props.onOpenMain}>
            {t('quickDial.openMain')}
          </LinkButton>
          <KeyCap>{mac ? '⌘ O' : 'Ctrl O'}</KeyCap>
        </span>
      }
    >
      {unknown ? t('card.hint.unconfirmedNext') : words.nextStep}
    </Note>
  );
}

function Hint({ cap, children }: { readonly cap: string; readonly children: ReactNode }) {
  return (
    <span className={cx('hint')}>
      {children}
      <KeyCap>{cap}</KeyCap>
    </span>
  );
}
