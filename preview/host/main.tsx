import '@fontsource/lexend-deca/400.css';
import '@fontsource/lexend-deca/500.css';
import '@fontsource/lexend-deca/600.css';
import './canvas/canvas.css';
import './chrome/chrome.css';
import './chrome/notices.css';
import './chrome/record.css';
import './chrome/tables.css';
import './chrome/top-bar.css';
import './chrome/outside.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
