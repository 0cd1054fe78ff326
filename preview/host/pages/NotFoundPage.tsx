import { Problem } from '../chrome/Problem.tsx';

export function NotFoundPage() {
  return (
    <main className="page">
      <Problem
        title="This page doesn’t exist"
        text="The preview shows contacts, marketing events, the app’s settings, workflows and Zoom."
      />
    </main>
  );
}
