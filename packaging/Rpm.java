final class Rpm { Rpm(Build build) {} void make() {} }
