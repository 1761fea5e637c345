import type { i18n } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { TimeStyle } from './format-time.ts';
import { WordsContext, wordsIn } from './use-words.ts';

interface GivenWordsProps {
  readonly text: i18n;
  /** How times are written: chosen in the settings. */
  readonly style?: TimeStyle;
  readonly children: ReactNode;
}

const unchosen: TimeStyle = { language: 'en', calendar: 'gregorian', digits: 'latin' };

/** Stands at the root of a page: gives its words to everything below. */
export function GivenWords({ text, style = unchosen, children }: GivenWordsProps) {
  return (
    <I18nextProvider i18n={text}>
      <MadeWords style={style}>{children}</MadeWords>
    </I18nextProvider>
  );
}

function MadeWords({ style, children }: Required<Pick<GivenWordsProps, 'style' | 'children'>>) {
  const { t } = useTranslation();
  const words = useMemo(() => wordsIn(t, style), [t, style]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
