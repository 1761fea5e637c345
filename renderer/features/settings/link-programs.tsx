import { Ban, Check, CircleHelp, ExternalLink, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import type { LinkProgram } from '../../../shared/ipc/links-contract.ts';
import {
  changeLinkProgram,
  openSystemSettings,
  readLinkPrograms,
  useLinkPrograms,
} from '../../stores/link-programs.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './link-programs.module.css';
import { Panel } from './section.tsx';

const cx = bindClasses(styles);

const ownLink = 'dialdesk://dial/';
const looks: Readonly<Record<LinkProgram['state'], { readonly icon: LucideIcon; readonly tone: 'good' | 'quiet' }>> = {
  ours: { icon: Check, tone: 'good' },
  other: { icon: ExternalLink, tone: 'quiet' },
  none: { icon: Ban, tone: 'quiet' },
  unknown: { icon: CircleHelp, tone: 'quiet' },
};

/** Which program the system opens each kind of link with, as it says itself, and the wish to be it. */
export function LinkPrograms() {
  const { t } = useWords();
  const programs = useLinkPrograms((store) => store.programs);
  const outcome = useLinkPrograms((store) => store.outcome);
  useEffect(() => void readLinkPrograms(), []);
  if (programs === null) return <p className={cx('quiet')}>{t('settings.links.reading')}</p>;
  return (
    <div className={cx('programs')}>
      <Panel>
        <ul className={cx('list')}>
          {programs.map((program) => (
            <ProgramLine key={program.scheme} program={program} />
          ))}
        </ul>
      </Panel>
      {outcome === null ? null : (
        <Note
          tone="wait"
          announced
          title={t(`settings.links.outcome.${outcome.is}.title`)}
          action={
            outcome.is === 'choose-there' ? (
              <Button onPress={openSystemSettings}>{t('settings.links.openSystem')}</Button>
            ) : null
          }
        >
          {t(`settings.links.outcome.${outcome.is}.text`, { scheme: `${outcome.scheme}:` })}
        </Note>
      )}
      <p className={cx('quiet')}>
        <Sentence
          text={t('settings.links.own', { skipInterpolation: true })}
          parts={{ link: <NumberText>{ownLink}</NumberText> }}
        />
      </p>
    </div>
  );
}

function ProgramLine({ program: { scheme, state, program } }: { readonly program: LinkProgram }) {
  const { t } = useWords();
  const changing = useLinkPrograms((store) => store.changing !== null);
  const isOurs = state === 'ours';
  const wish = isOurs ? 'remove' : 'register';
  return (
    <li className={cx('line')}>
      <span className={cx('scheme')}>
        <NumberText>{`${scheme}:`}</NumberText>
      </span>
      <span className={cx('state')}>
        <Badge tone={looks[state].tone}>
          <Icon of={looks[state].icon} size={12} />
          {program === null ? t(`settings.links.state.${state}`) : <bdi className={cx('program')}>{program}</bdi>}
        </Badge>
      </span>
      <Button
        look={isOurs ? 'quiet' : 'plain'}
        isDisabled={changing}
        aria-label={t(`settings.links.${wish}Label`, { scheme: `${scheme}:` })}
        onPress={() => void changeLinkProgram(scheme, wish)}
      >
        {t(`settings.links.${wish}`)}
      </Button>
    </li>
  );
}
