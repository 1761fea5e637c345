import { useEffect, useEffectEvent, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useWords } from '../../text/use-words.ts';
import { useNumberWords } from './use-number-words.ts';

export interface Bar {
  readonly label: string;
  readonly below: number;
  readonly above: number;
}

const height = 148;
const textSize = 12;
/** Between labels, so that they are read one by one. */
const labelRoom = 28;
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const leastTop = 4;
/** No bar ends at the edge. */
const headroom = 1.05;

/**
 * Time goes as the page is read, and with it the scale: as the steps above it and the days of a calendar do.
 * Drawn only; what it says stands in the name and the table beside it.
 */
export function StackedBars(props: {
  readonly bars: readonly Bar[];
  readonly onPoint: (index: number | null) => void;
}) {
  const { bars, onPoint } = props;
  const { style } = useWords();
  const { amount } = useNumberWords();
  const place = useRef<HTMLDivElement>(null);
  const shown = JSON.stringify([bars, style]);
  const make = useEffectEvent((target: HTMLElement) =>
    draw(target, bars, { amount, onPoint, fromRight: style.language === 'fa' }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when it shows something else
  useEffect(() => {
    const target = place.current;
    if (target === null) return;
    let chart = make(target);
    const resized = new ResizeObserver(() => chart.setSize({ width: target.clientWidth, height }));
    resized.observe(target);
    const themed = new MutationObserver(() => {
      chart.destroy();
      chart = make(target);
    });
    themed.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
    return () => {
      resized.disconnect();
      themed.disconnect();
      chart.destroy();
    };
  }, [shown]);
  return <div ref={place} dir="ltr" aria-hidden="true" style={{ blockSize: height }} />;
}

function draw(
  target: HTMLElement,
  bars: readonly Bar[],
  how: {
    readonly amount: (value: number) => string;
    readonly onPoint: (index: number | null) => void;
    readonly fromRight: boolean;
  },
): UPlot {
  const { amount, onPoint, fromRight } = how;
  const tokens = getComputedStyle(document.documentElement);
  const colour = (name: string) => tokens.getPropertyValue(name).trim();
  const font = `${textSize}px ${colour('--font')}`;
  const paths = UPlot.paths.bars?.({ size: [0.64, 28], radius: [0.12, 0] });
  const series = (fill: string): UPlot.Series => ({
    fill,
    stroke: fill,
    width: 0,
    points: { show: false },
    ...(paths === undefined ? {} : { paths }),
  });
  const axis = { stroke: colour('--text-quiet'), font, ticks: { show: false }, labelSize: 0 };
  const totals = bars.map(({ below, above }) => below + above);
  return new UPlot(
    {
      width: target.clientWidth,
      height,
      padding: fromRight ? [8, 0, 0, 8] : [8, 8, 0, 0],
      legend: { show: false },
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      cursor: { x: false, y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
      scales: {
        x: { time: false, dir: fromRight ? -1 : 1, range: [-0.5, bars.length - 0.5] },
        y: { range: [0, headroom * Math.max(leastTop, ...totals)] },
      },
      series: [{}, series(colour('--control-border')), series(colour('--accent-text'))],
      axes: [
        {
          ...axis,
          size: 24,
          gap: 4,
          grid: { show: false },
          splits: (chart) => bars.map((_, at) => at).filter((at) => at % every(chart, bars.length) === 0),
          values: (_, at) => at.map((index) => bars[index]?.label ?? ''),
        },
        {
          ...axis,
          side: fromRight ? 1 : 3,
          size: 32,
          gap: 4,
          incrs: steps,
          space: 36,
          grid: { stroke: colour('--hairline'), width: 1 },
          values: (_, marks) => marks.map(amount),
        },
      ],
      hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
    },
    [bars.map((_, at) => at), totals, bars.map(({ below }) => below)],
    target,
  );
}

/** How many bars share one label. */
function every({ width }: UPlot, amount: number): number {
  return Math.max(1, Math.ceil((labelRoom * amount) / Math.max(1, width)));
}
