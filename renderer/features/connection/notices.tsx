import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { closeNotice } from '../../stores/notices.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { InfoPopover } from '../../ui/info-popover.tsx';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { NoticeAction } from './notice-action.tsx';
import { isToldOnce, type Notice } from './notice-list.ts';
import { noticeWords } from './notice-words.ts';
import styles from './notices.module.css';
import { useNoticeList } from './use-notices.ts';

const cx = bindClasses(styles);

/** What keeps calls from being placed or kept; the rest only needs attention. */
const grave: readonly Notice['kind'][] = [
  'storage-failed',
  'storage-full',
  'storage-read-only',
  'storage-damaged',
  'own-number-not-taken',
  'offline',
  'secrets-locked',
  'credentials-missing',
];

/** Nothing is wrong, and nothing has to be done. */
const news: readonly Notice['kind'][] = ['update-ready'];

const icons = { bad: CircleAlert, wait: TriangleAlert, info: Info } as const;

const toneOf = ({ kind }: Notice) => (grave.includes(kind) ? 'bad' : news.includes(kind) ? 'info' : 'wait');

/** The gravest notice in a bar that never grows; the others, and all words, are behind it. */
export function NoticeBar() {
  const words = useWords();
  const notices = useNoticeList();
  const [first] = notices;
  if (first === undefined) return null;
  const tone = toneOf(first);
  const { title } = noticeWords(first, words);
  return (
    <section aria-label={words.t('connection.notices')} className={cx('bar', tone)} data-passes-focus>
      <DialogTrigger>
        <AriaButton className={cx('opener')} preventFocusOnPress>
          <Icon of={icons[tone]} />
          <span className={cx('title')} title={title}>
            {title}
          </span>
          {notices.length > 1 ? (
            <span className={cx('more')}>
              {words.t('connection.more', { value: words.digits(String(notices.length - 1)) })}
            </span>
          ) : null}
        </AriaButton>
        <NoticePopover notices={notices} />
      </DialogTrigger>
      <span className={cx('action')}>
        <NoticeAction notice={first} />
      </span>
      {isToldOnce(first.kind) ? (
        <span className={cx('close')}>
          <IconButton aria-label={words.t('action.dismiss')} onPress={() => closeNotice(first.kind)}>
            <Icon of={X} />
          </IconButton>
        </span>
      ) : null}
    </section>
  );
}

/** The same where not even a line is free: how many there are. */
export function NoticePill() {
  const { t, digits } = useWords();
  const notices = useNoticeList();
  const [first] = notices;
  if (first === undefined) return null;
  const tone = toneOf(first);
  return (
    <DialogTrigger>
      <AriaButton
        className={cx('pill', tone)}
        preventFocusOnPress
        aria-label={`${t('connection.notices')} ${digits(String(notices.length))}`}
      >
        <Icon of={icons[tone]} size={14} />
        <NumberText>{digits(String(notices.length))}</NumberText>
      </AriaButton>
      <NoticePopover notices={notices} />
    </DialogTrigger>
  );
}

function NoticePopover({ notices }: { readonly notices: readonly Notice[] }) {
  const words = useWords();
  return (
    <InfoPopover label={words.t('connection.notices')} at="start" holds="notes">
      {(close) =>
        notices.map((notice) => {
          const { title, text } = noticeWords(notice, words);
          const { kind } = notice;
          return (
            <Note
              key={kind}
              tone={toneOf(notice)}
              title={title}
              action={<NoticeAction notice={notice} onDone={close} />}
              {...(isToldOnce(kind) ? { onDismiss: () => closeNotice(kind) } : {})}
            >
              {text}
            </Note>
          );
        })
      }
    </InfoPopover>
  );
}
