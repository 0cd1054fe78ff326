/** A contact's initials. */
export function Avatar({ name, size = 'large' }: { readonly name: string; readonly size?: 'large' | 'small' }) {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return (
    <span className={`avatar avatar-${size}`} aria-hidden>
      {initials.join('').toUpperCase()}
    </span>
  );
}
