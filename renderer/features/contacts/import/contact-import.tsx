import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { chooseFile, type ImportStep, startOver, useContactImport } from '../../../stores/contact-import.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { ErrorNote } from '../../failure/error-note.tsx';
import styles from './contact-import.module.css';
import { ImportCheck } from './import-check.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportProgress } from './import-progress.tsx';

const cx = bindClasses(styles);

const steps = { file: ImportFile, columns: ImportColumns, check: ImportCheck, done: ImportDone } as const;

export interface ContactImportProps {
  /** Offered at the end, and by a button from the beginning on: the place it stands in closes. */
  readonly onDone?: () => void;
}

/** Brings contacts in from a file: choose it, say what its columns hold, see what would happen, let it happen, take it back. */
export function ContactImport({ onDone }: ContactImportProps) {
  const step = useContactImport((store) => store.step);
  const working = useContactImport((store) => store.busy === 'check' || store.busy === 'run');
  const error = useContactImport((store) => store.error);
  const frame = useFocusOnStep(step, working);
  const Step = steps[step];
  const close =
    onDone === undefined
      ? null
      : () => {
          startOver();
          onDone();
        };
  return (
    <div ref={frame} className={cx('import')}>
      {working ? <ImportProgress /> : <Step onDone={close} />}
      {error === null ? null : <ErrorNote error={error} withoutRemedy />}
    </div>
  );
}

function ImportFile() {
  const { t } = useWords();
  return (
    <>
      <p className={cx('quiet')}>{t('exchange.formats')}</p>
      <div className={cx('buttons')}>
        <Button onPress={() => void chooseFile()}>
          <Icon of={FileUp} />
          {t('exchange.choose')}
        </Button>
      </div>
    </>
  );
}

/** What was pressed is gone with its step: the focus goes to the heading of the next one. */
function useFocusOnStep(step: ImportStep, working: boolean) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef({ step, working });
  useEffect(() => {
    const left = before.current;
    before.current = { step, working };
    if (left.step === step && left.working === working) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    const inside = frame.current?.contains(document.activeElement) === true;
    if (lost || inside) frame.current?.querySelector<HTMLElement>('[data-step], button')?.focus();
  }, [step, working]);
  return frame;
}
