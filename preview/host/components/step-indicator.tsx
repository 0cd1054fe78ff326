import type { StepIndicatorProps } from '@hubspot/ui-extensions';
import { classNames } from './class-names.ts';
import { callExtension, testAttributes } from './extension-events.ts';
import { Drawing } from './icons/drawing.tsx';
import { sizeOf } from './sizes.ts';
import { useHostWords } from './words/use-host-words.ts';

const stateOf = (index: number, current: number) => {
  if (index === current) return 'current';
  return index < current ? 'done' : 'ahead';
};

export function StepIndicator(props: StepIndicatorProps) {
  const { stepNames, direction = 'horizontal', circleSize, currentStep = 0, variant = 'default', onClick } = props;
  const words = useHostWords();
  return (
    <ol
      className={classNames(
        'canvas-steps',
        `canvas-steps--${direction}`,
        `canvas-steps--${variant}`,
        `canvas-steps--${sizeOf(circleSize, 'sm')}`,
      )}
      {...testAttributes(props)}
    >
      {stepNames.map((name, index) => {
        const state = stateOf(index, currentStep);
        const isNamed = variant === 'default' || state === 'current';
        const content = (
          <>
            <span className="canvas-steps__circle" aria-hidden="true">
              {state === 'done' && <Drawing name="success" />}
            </span>
            <span className={isNamed ? 'canvas-steps__name' : 'canvas-sr-only'}>
              {state === 'done' && <span className="canvas-sr-only">{words.done}: </span>}
              {name}
            </span>
          </>
        );
        return (
          <li
            key={`${index} ${name}`}
            className={classNames('canvas-steps__step', `canvas-steps__step--${state}`)}
            {...(state === 'current' && { 'aria-current': 'step' })}
          >
            {onClick === undefined ? (
              <span className="canvas-steps__content">{content}</span>
            ) : (
              <button
                type="button"
                className="canvas-steps__content"
                onClick={() => void callExtension(onClick, index)}
              >
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
