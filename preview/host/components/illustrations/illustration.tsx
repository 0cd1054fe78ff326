import type { IllustrationProps } from '@hubspot/ui-extensions';
import { testAttributes } from '../extension-events.ts';
import { pictureKindOf, pictures } from './pictures.tsx';

/** A picture that only decorates. */
export const Picture = ({ name }: { readonly name: string }) => (
  <svg className="canvas-picture" viewBox="0 0 200 140" aria-hidden="true" data-illustration={name}>
    <ellipse cx="100" cy="122" rx="84" ry="8" className="canvas-picture__ground" />
    {pictures[pictureKindOf(name)]}
  </svg>
);

export const Illustration = (props: IllustrationProps) => (
  <span
    {...(props.alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': props.alt })}
    className="canvas-illustration"
    style={{
      ...(props.width !== undefined && { width: `${props.width}px` }),
      ...(props.height !== undefined && { height: `${props.height}px` }),
    }}
    {...testAttributes(props)}
  >
    <Picture name={props.name} />
  </span>
);
