import { Component, type ReactNode } from 'react';
import { Problem } from '../shared/Problem.tsx';

interface SectionBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Keeps a part of the page that cannot be drawn, because a function answered nonsense, from taking the rest with it. Only a
 * class can catch what its children throw.
 */
export class SectionBoundary extends Component<SectionBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Problem problem={{ kind: 'unreadable-answer' }} /> : this.props.children;
  }
}
