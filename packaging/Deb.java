final class Deb { Deb(Build build) {} void make() {} }
