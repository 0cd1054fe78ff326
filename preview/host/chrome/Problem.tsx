/** Says in place of a page or a part of it what went wrong. */
export function Problem({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="problem" role="alert" lang="en">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
