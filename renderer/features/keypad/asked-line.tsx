import { Link2, SquareTerminal, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { bringBack, dismissAsked, useAsked } from '../../stores/asked.ts';
import { showSettings } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton, LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './asked-line.module.css';
import { showTyped } from './shown-number.ts';

const cx = bindClasses(styles);

/** What may be said besides the number, in this order. */
const details = ['extension', 'contact', 'callerId', 'note'] as const;

/** Who asked for the number in the field, in whose words, and what was not done of it. */
export function AskedLine() {
  const { t, number, style } = useWords();
  const placed = useAsked((store) => store.placed);
  if (placed === null) return null;
  const { asked, trunk } = placed;
  const open = { skipInterpolation: true } as const;
  const shown = <NumberText>{number(asked.number)}</NumberText>;
  const said = details.filter((name) => asked[name] !== null);
  const trunkProblem = trunk?.state === 'missing' || trunk?.state === 'list-unknown' ? trunk.state : null;
  return (
    <section className={cx('asked')} aria-label={t('asked.label')}>
      <Icon of={asked.from === 'link' ? Link2 : SquareTerminal} />
      <div className={cx('words')} role="status">
        <p>
          <Sentence text={t(`asked.from.${asked.from}`, open)} parts={{ number: shown }} />
        </p>
        {said.length === 0 ? null : (
          <dl className={cx('details')}>
            {said.map((name) => (
              <Detail key={name} name={name} value={asked[name] ?? ''} />
            ))}
          </dl>
        )}
        {trunkProblem === null ? null : (
          <Missing>
            <Sentence text={t(`asked.trunk.${trunkProblem}`, open)} parts={{ trunk: <bdi>{trunk?.name}</bdi> }} />
          </Missing>
        )}
        {asked.call === 'not-allowed' ? (
          <Missing>
            {t('asked.notAllowed')}{' '}
            <LinkButton onPress={() => showSettings('links')}>{t('action.openSetting')}</LinkButton>
          </Missing>
        ) : null}
        {asked.call === 'too-late' ? <Missing>{t('asked.tooLate')}</Missing> : null}
        {placed.before === '' ? null : (
          <p>
            <LinkButton onPress={bringBack}>
              {t('asked.bringBack', { number: showTyped(placed.before, style.digits) })}
            </LinkButton>
          </p>
        )}
      </div>
      <IconButton aria-label={t('action.dismiss')} onPress={() => dismissAsked(asked.id)}>
        <Icon of={X} />
      </IconButton>
    </section>
  );
}

function Detail({ name, value }: { readonly name: (typeof details)[number]; readonly value: string }) {
  const { t, digits } = useWords();
  const isNumber = name === 'extension' || name === 'callerId';
  return (
    <div className={cx('detail')}>
      <dt>{t(`asked.${name}`)}</dt>
      <dd className={cx('value', name)} title={value} dir={isNumber ? undefined : 'auto'}>
        {isNumber ? <NumberText>{digits(value)}</NumberText> : value}
      </dd>
    </div>
  );
}

/** What was asked for and is not so, in its own line. */
function Missing({ children }: { readonly children: ReactNode }) {
  return (
    <p className={cx('missing')}>
      <Icon of={TriangleAlert} size={14} />
      <span>{children}</span>
    </p>
  );
}
