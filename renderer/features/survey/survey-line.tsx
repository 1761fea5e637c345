import { Star } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { surveyLabel, surveyScore } from '../../../shared/domain/call-view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './survey-line.module.css';

const cx = bindClasses(styles);

export interface SurveyLineProps {
  readonly call: Call;
  /** Where there is one line: that nobody knows the scale is in the tooltip. */
  readonly brief?: boolean;
}

/** What the party gave in the survey after the call, and of which survey; nothing where there was none. */
export function SurveyLine({ call, brief = false }: SurveyLineProps) {
  const { t, decimal } = useWords();
  const score = surveyScore(call);
  const label = surveyLabel(call);
  if (score === null && label === null) return null;
  return (
    <p className={cx('line', brief && 'brief')} title={brief && score !== null ? t('survey.scale') : undefined}>
      <Icon of={Star} size={14} />
      <span className={cx('words')}>
        {score === null ? t('survey.unscored') : t('survey.score', { score: decimal(score) })}
        {label === null ? null : (
          <>
            {' · '}
            <bdi>{label}</bdi>
          </>
        )}
        {brief || score === null ? null : <span className={cx('scale')}> {t('survey.scale')}</span>}
      </span>
    </p>
  );
}

/** The same among the marks of a row: the number alone, the rest by name and tooltip. */
export function SurveyMark({ call }: { readonly call: Call }) {
  const { t, decimal } = useWords();
  const score = surveyScore(call);
  const label = surveyLabel(call);
  if (score === null && label === null) return null;
  const words = score === null ? t('survey.unscored') : `${t('survey.title')} ${t('survey.scale')}`;
  return (
    <span className={cx('mark')} title={label === null ? words : `${words} · \u2068${label}\u2069`}>
      <Icon of={Star} size={14} />
      <VisuallyHidden>{t(score === null ? 'survey.unscored' : 'survey.title')}</VisuallyHidden>
      {score === null ? null : <NumberText>{decimal(score)}</NumberText>}
    </span>
  );
}
