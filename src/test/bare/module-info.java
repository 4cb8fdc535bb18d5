/** The least a JavaFX application is: what every other one's start is compared with. */
module bare {
    requires javafx.controls;
}
