// Compiles templates in the browser. A project of the CLI has no need of it.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import './style.css';

await bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
