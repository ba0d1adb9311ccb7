/** What a page of charts loads whose author writes Chart.js by hand: numbers at once, nothing registered in vain. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

const rows = 8;
for (const canvas of document.querySelectorAll('canvas')) {
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: Array.from({ length: rows }, (_, index) => `Row ${index + 1}`),
      datasets: [{ data: Array.from({ length: rows }, (_, index) => 1200 / (index + 1)) }],
    },
    options: { indexAxis: 'y', maintainAspectRatio: false },
  });
}
