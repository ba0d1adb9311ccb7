import { createApp } from 'vue';
import 'insights-elements/define';
import 'insights-elements/vue';
import App from './App.vue';
import './style.css';

createApp(App).mount('#app');
