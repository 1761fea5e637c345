import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { keyCaps } from '../../../shared/commands/key-caps.ts';
import type { DialStop } from '../../../shared/domain/dial-findings.ts';
import type { CalledNumber } from '../../../shared/ipc/call-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { isOften } from './about-line.tsx';
import styles from './stop-line.module.css';
import { TryToday } from './try-today.tsx';

const cx = bindClasses(styles);

export interface StopLineProps {
  readonly stop: DialStop;
  /** From earlier calls: which try of today it is, is worth knowing beside anything else. */
  readonly known: CalledNumber | null;
  /** Call was pressed nevertheless. */
  readonly insisted: boolean;
  readonly onCallAnyway: () => void;
}

/** What speaks against the call, and the one key that makes it all the same. */
export function StopLine({ stop, known, insisted, onCallAnyway }: StopLineProps) {
  const { t } = useWords();
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  return (
    <div className={cx('stop', insisted && 'insisted')} data-stop={stop.kind}>
      <Icon of={TriangleAlert} size={14} />
      <span className={cx('words')} title={useStopTitle(stop)}>
        <StopSentence stop={stop} />
      </span>
      {isOften(known) ? (
        <span className={cx('room')}>
          <span>
            {'· '}
            <TryToday triesBefore={known.triesToday} />
          </span>
        </span>
      ) : null}
      <LinkButton excludeFromTabOrder preventFocusOnPress onPress={onCallAnyway}>
        {t('keypad.callAnyway')}
      </LinkButton>
      <span className={cx('room', 'spare')}>
        <kbd dir="ltr" className={cx('keys')}>
          {keyCaps({ code: 'Enter', primary: true }, mac).join('+')}
        </kbd>
      </span>
    </div>
  );
}

/** In so few words that it stays one line; where a name is too long, it is what gives way. */
function StopSentence({ stop }: { readonly stop: DialStop }) {
  const { t, digits } = useWords();
  const text = t(`keypad.stop.${stop.kind}`, { skipInterpolation: true });
  const parts: Record<string, ReactNode> = {};
  if ('trunkName' in stop) parts['trunk'] = <bdi className={cx('name')}>{stop.trunkName}</bdi>;
  if (stop.kind === 'do-not-call') parts['name'] = <bdi className={cx('name')}>{stop.name}</bdi>;
  if (stop.kind === 'quiet-hours') parts['until'] = <NumberText>{digits(stop.until)}</NumberText>;
  return <Sentence text={text} parts={parts} />;
}

/** The whole of it, for what is cut. */
function useStopTitle(stop: DialStop): string {
  const { t, digits } = useWords();
  return t(`keypad.stop.${stop.kind}`, {
    trunk: 'trunkName' in stop ? isolated(stop.trunkName) : '',
    name: stop.kind === 'do-not-call' ? isolated(stop.name) : '',
    until: stop.kind === 'quiet-hours' ? digits(stop.until) : '',
  });
}

/** A name turns nothing around but itself, also where there are no elements. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** The same for a screen reader. */
export function StopWords({ stop, known }: Pick<StopLineProps, 'stop' | 'known'>) {
  return (
    <>
      <StopSentence stop={stop} />
      {isOften(known) ? (
        <>
          {' · '}
          <TryToday triesBefore={known.triesToday} />
        </>
      ) : null}
    </>
  );
}
