import type { i18n } from 'i18next';
import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import styles from './page-boundary.module.css';
import { GivenWords } from './text/given-words.tsx';
import { useWords } from './text/use-words.ts';
import { Button } from './ui/button.tsx';
import { bindClasses } from './ui/class-names.ts';
import { Icon } from './ui/icon.tsx';

const cx = bindClasses(styles);

interface PageBoundaryProps {
  readonly text: i18n;
  readonly children: ReactNode;
}

/** React takes away a page of which one part throws. What stood in it the main process still has: it is loaded again and goes on. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly broke: boolean }> {
  override state = { broke: false };

  static getDerivedStateFromError() {
    return { broke: true };
  }

  override render() {
    if (!this.state.broke) return this.props.children;
    return (
      <GivenWords text={this.props.text}>
        <BrokenPage />
      </GivenWords>
    );
  }
}

function BrokenPage() {
  const { t } = useWords();
  return (
    <main className={cx('page')}>
      <Icon of={CircleAlert} size={20} />
      <div className={cx('words')} role="alert">
        <h1 className={cx('title')}>{t('app.pageBroke')}</h1>
        <p className={cx('next')}>{t('app.pageBrokeNext')}</p>
      </div>
      <Button look="primary" autoFocus onPress={() => window.location.reload()}>
        {t('app.loadAnew')}
      </Button>
    </main>
  );
}
