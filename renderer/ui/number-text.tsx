/** A number or name from outside: isolated, so that it cannot turn the sentence around; only ever text. */
export function NumberText({ children }: { readonly children: string }) {
  return <bdi dir="ltr">{children}</bdi>;
}
