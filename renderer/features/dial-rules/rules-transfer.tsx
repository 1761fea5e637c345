import { Check, ClipboardCopy, Download, FolderOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { DialRule } from '../../../shared/domain/dial-rules/dial-rule.ts';
import { type RulesFileProblem, readRulesFile } from '../../../shared/domain/dial-rules/rules-file.ts';
import { type IranStarterRule, iranStarter, iranStarterRules } from '../../../shared/domain/dial-rules/starters.ts';
import { copyRules } from '../../stores/dial-rules.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { problemWords } from './rule-words.tsx';
import styles from './rules-transfer.module.css';

const cx = bindClasses(styles);

export interface RulesTransferProps {
  readonly rules: readonly DialRule[];
  readonly onReplace: (rules: readonly DialRule[]) => Promise<void>;
}

/** Whole lists: those to begin with, and to and from other installations. Each takes the place of what is there, and gives it back. */
export function RulesTransfer({ rules, onReplace }: RulesTransferProps) {
  const { t } = useWords();
  const [importing, setImporting] = useState(false);
  const [copied, setCopied] = useState<readonly DialRule[] | null>(null);
  const empty = rules.length === 0;
  const names = Object.fromEntries(iranStarterRules.map((key) => [key, t(`dialRules.starter.${key}`)]));
  const forIran = () => iranStarter(names as Record<IranStarterRule, string>, t('dialRules.starter.premiumReason'));
  const copy = async () => setCopied((await copyRules()) ? rules : null);
  return (
    <>
      <Button look={empty ? 'primary' : 'plain'} onPress={() => void onReplace(forIran())}>
        {t('dialRules.iran')}
      </Button>
      <Button isDisabled={importing} onPress={() => setImporting(true)}>
        <Icon of={Download} />
        {t('dialRules.transfer.import')}
      </Button>
      {empty ? null : (
        <>
          <Button onPress={() => void copy()}>
            <Icon of={copied === rules ? Check : ClipboardCopy} />
            {t(copied === rules ? 'dialRules.transfer.copied' : 'dialRules.transfer.copy')}
          </Button>
          <Button onPress={() => void onReplace([])}>
            <Icon of={Trash2} />
            {t('dialRules.none')}
          </Button>
        </>
      )}
      {importing ? <Import onReplace={onReplace} onClose={() => setImporting(false)} /> : null}
    </>
  );
}

interface ImportProps {
  readonly onReplace: (rules: readonly DialRule[]) => Promise<void>;
  readonly onClose: () => void;
}

/** So many problems are shown; who corrects them sees the others then. */
const mostShown = 8;

function Import({ onReplace, onClose }: ImportProps) {
  const { t, digits } = useWords();
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly RulesFileProblem[] | 'unreadable'>([]);
  const change = (next: string) => {
    setText(next);
    setProblems([]);
  };
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      change(await file.text());
    } catch {
      setProblems('unreadable');
    }
  };
  const take = async () => {
    const read = readRulesFile(text);
    if (!read.ok) {
      setProblems(read.error);
      return;
    }
    await onReplace(read.value);
    onClose();
  };
  const shown = problems === 'unreadable' ? [] : problems.slice(0, mostShown);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from whatever has the focus in it
    <div
      className={cx('import')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextArea
        autoFocus
        label={t('dialRules.transfer.text')}
        help={t('dialRules.transfer.textHelp')}
        value={text}
        onChange={change}
        rows={6}
      />
      {problems.length === 0 ? null : (
        <div role="alert">
          <ul className={cx('problems')}>
            {problems === 'unreadable' ? <li>{t('dialRules.transfer.unreadable')}</li> : null}
            {shown.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems of one text, which never move
              <li key={index}>
                <ProblemWords problem={problem} />
              </li>
            ))}
            {problems.length > shown.length && problems !== 'unreadable' ? (
              <li>
                {t('dialRules.transfer.more', { replace: { count: digits(String(problems.length - shown.length)) } })}
              </li>
            ) : null}
          </ul>
        </div>
      )}
      <div className={cx('buttons')}>
        <Button look="primary" isDisabled={text.trim() === ''} onPress={() => void take()}>
          {t('dialRules.transfer.take')}
        </Button>
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void open(files?.[0])}>
          <Button>
            <Icon of={FolderOpen} />
            {t('dialRules.transfer.open')}
          </Button>
        </FileTrigger>
        <Button onPress={onClose}>{t('dialRules.transfer.cancel')}</Button>
      </div>
    </div>
  );
}

function ProblemWords({ problem }: { readonly problem: RulesFileProblem }) {
  const { t, digits } = useWords();
  switch (problem.kind) {
    case 'not-json':
      return t('dialRules.transfer.not-json-at', { line: digits(String(problem.line)) });
    case 'version':
      return t('dialRules.transfer.version', { version: problem.version });
    case 'rule': {
      const values = {
        line: digits(String(problem.line)),
        number: digits(String(problem.number)),
        // As it is called in the text that has to be corrected.
        field: problem.problem.field,
        problem: problemWords(problem.problem, t, digits),
      };
      return t(problem.line === null ? 'dialRules.transfer.rule' : 'dialRules.transfer.rule-at', values);
    }
    case 'too-long':
    case 'not-rules':
      return t(`dialRules.transfer.${problem.kind}`);
  }
}
