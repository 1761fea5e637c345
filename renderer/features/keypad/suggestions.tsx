import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { OptionRow } from '../../ui/option-row.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Party } from '../names/party.tsx';
import { PresenceDot } from '../presence/presence-dot.tsx';
import { LastOutcome } from './last-outcome.tsx';
import styles from './suggestions.module.css';
import type { SuggestionList } from './use-suggestion-list.ts';

const cx = bindClasses(styles);

export function optionId({ id }: SuggestionList, index: number): string {
  return `${id}-${index}`;
}

/** Lies over the keys, so that nothing moves; the field keeps the focus and names the option that the arrows have reached. */
export function Suggestions({ list }: { readonly list: SuggestionList }) {
  const { t, digits } = useWords();
  const nowMs = useNow(60_000);
  const { id, options } = list;
  return (
    <>
      <VisuallyHidden live="polite">
        {options.length === 0 ? null : t('keypad.suggestionCount', { count: digits(String(options.length)) })}
      </VisuallyHidden>
      {options.length === 0 ? null : (
        <div id={id} role="listbox" aria-label={t('keypad.suggestions')} className={cx('list')}>
          {options.map((option, index) => (
            <Option
              key={option.number}
              id={optionId(list, index)}
              option={option}
              nowMs={nowMs}
              walked={index === list.walked}
              onChoose={() => list.choose(option)}
            />
          ))}
        </div>
      )}
    </>
  );
}

function Option(props: {
  readonly id: string;
  readonly option: SuggestionList['options'][number];
  readonly nowMs: number;
  readonly walked: boolean;
  readonly onChoose: () => void;
}) {
  const { t, digits } = useWords();
  const { number, name, known } = props.option;
  return (
    <OptionRow id={props.id} layout="lines" chosen={props.walked} onChoose={props.onChoose}>
      <span className={cx('number')}>
        <Party number={number} {...(name === null ? {} : { name })} />
      </span>
      {known === null ? null : (
        <span className={cx('calls')}>
          {t(known.calls === 1 ? 'keypad.oneCall' : 'keypad.manyCalls', { calls: digits(String(known.calls)) })}
        </span>
      )}
      <span className={cx('facts')}>
        <PresenceDot number={number} />
        {known === null ? t('quickDial.newNumber') : <LastOutcome of={known} nowMs={props.nowMs} />}
      </span>
    </OptionRow>
  );
}
