import { TriangleAlert } from 'lucide-react';
import { keyCaps } from '../../../shared/commands/key-caps.ts';
import type { DialStop } from '../../../shared/domain/dial-findings.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './stop-line.module.css';

const cx = bindClasses(styles);

export interface StopLineProps {
  readonly stop: DialStop;
  /** Call was pressed nevertheless. */
  readonly insisted: boolean;
  readonly onCallAnyway: () => void;
}

/** What speaks against the call, and the one key that makes it all the same. */
export function StopLine({ stop, insisted, onCallAnyway }: StopLineProps) {
  const { t } = useWords();
  const words = useStopWords(stop);
  const mac = useSnapshot((state) => state.app.platform === 'darwin');
  return (
    <div className={cx('stop', insisted && 'insisted')} data-stop={stop.kind}>
      <Icon of={TriangleAlert} size={14} />
      <span className={cx('words')} title={words}>
        {words}
      </span>
      <LinkButton excludeFromTabOrder preventFocusOnPress onPress={onCallAnyway}>
        {t('keypad.callAnyway')}
      </LinkButton>
      <kbd dir="ltr" className={cx('keys')}>
        {keyCaps({ code: 'Enter', primary: true }, mac).join('+')}
      </kbd>
    </div>
  );
}

/** In so few words that it stays one line. */
function useStopWords(stop: DialStop): string {
  const { t, digits } = useWords();
  switch (stop.kind) {
    case 'trunk-unavailable':
      return t('keypad.stop.trunk-unavailable', { trunk: stop.trunkName });
    case 'do-not-call':
      return t('keypad.stop.do-not-call', { name: stop.name });
    case 'quiet-hours':
      return t('keypad.stop.quiet-hours', { until: digits(stop.until) });
    default:
      return t(`keypad.stop.${stop.kind}`);
  }
}

/** The same for a screen reader. */
export function StopWords({ stop }: { readonly stop: DialStop }) {
  return useStopWords(stop);
}
