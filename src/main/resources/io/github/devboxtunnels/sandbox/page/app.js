const event = document.getElementById("event");
const events = new EventSource("/events");
events.onmessage = (message) => {
  const { number, time } = JSON.parse(message.data);
  event.textContent = `Event ${number}, ${new Date(time).toLocaleTimeString()}`;
};
events.onerror = () => { event.textContent = "The stream is interrupted"; };

const echoes = document.getElementById("echoes");
const show = (text) => {
  const item = document.createElement("li");
  item.textContent = text;
  echoes.prepend(item);
};
const scheme = location.protocol === "https:" ? "wss:" : "ws:";
const socket = new WebSocket(`${scheme}//${location.host}/socket`);
socket.onmessage = (message) => show(`Came back: ${message.data}`);
socket.onclose = () => show("The connection is closed");

document.getElementById("talk").addEventListener("submit", (submit) => {
  submit.preventDefault();
  if (socket.readyState === WebSocket.OPEN) {
    socket.send(document.getElementById("line").value);
  }
});
